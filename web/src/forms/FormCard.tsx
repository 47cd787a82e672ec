import { Card } from "@mui/material";
import type { ReactElement, ReactNode } from "react";
import { SimpleForm } from "react-admin";

interface Props {
  defaults?: Record<string, unknown>;
  toolbar: ReactElement;
  children: ReactNode;
}

/** A full-page form. Its buttons stay in sight, however long it is; leaving it with unsaved changes is asked about. */
export function FormCard({ defaults, toolbar, children }: Props) {
  return (
    <Card sx={{ overflow: "visible" }}>
      <SimpleForm warnWhenUnsavedChanges sanitizeEmptyValues={false} toolbar={toolbar} {...(defaults && { defaultValues: defaults })} sx={{ pt: 2, px: { xs: 2, md: 3 } }}>
        {children}
      </SimpleForm>
    </Card>
  );
}
