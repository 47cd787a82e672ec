import { Button, Card, CardContent, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { PageTitle } from "./PageTitle";

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Card>
      <PageTitle parts={[translate("page.not_found")]} />
      <CardContent>
        <Typography variant="h5" component="h1" gutterBottom>
          {translate("page.not_found")}
        </Typography>
        <Button component={Link} to="/" variant="contained">
          {translate("page.to_start")}
        </Button>
      </CardContent>
    </Card>
  );
}
