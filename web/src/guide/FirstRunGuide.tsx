import RocketLaunchIcon from "@mui/icons-material/RocketLaunchOutlined";
import { Button, Card, Stack, Step, StepContent, StepLabel, Stepper, Typography } from "@mui/material";
import { useState, type ReactNode } from "react";
import { useTranslate } from "react-admin";
import { GuideImport } from "./GuideImport";
import { GuideProduct } from "./GuideProduct";
import { GuideToken } from "./GuideToken";
import { useGuideState } from "./useFirstRun";

/** Stands for a token that somebody has kept, and that cannot be shown again. */
const KEPT = Symbol("kept");

/** Leads from an empty server to the first import: a product, a token, a command for the pipeline, and what it brings. */
export default function FirstRunGuide() {
  const translate = useTranslate();
  const [state, setState] = useGuideState();
  const [token, setToken] = useState<string | typeof KEPT | null>(null);
  const product = state === "over" ? null : state;
  const steps: { label: string; content: ReactNode }[] = [
    { label: "guide.product", content: <GuideProduct onCreated={setState} /> },
    { label: "guide.token", content: product === null ? null : <GuideToken product={product} onCreated={setToken} onKept={() => setToken(KEPT)} /> },
    { label: "guide.import", content: product === null || token === null ? null : <GuideImport product={product} token={token === KEPT ? null : token} onOver={() => setState("over")} /> },
  ];
  return (
    <Card component="section" sx={{ p: { xs: 2, md: 3 } }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: "center", mb: 1 }}>
        <RocketLaunchIcon color="primary" aria-hidden />
        <Typography variant="h6" component="h2" sx={{ flexGrow: 1 }}>
          {translate("guide.title")}
        </Typography>
        <Button size="small" color="inherit" onClick={() => setState("over")}>
          {translate("guide.skip")}
        </Button>
      </Stack>
      <Typography sx={{ color: "text.secondary", mb: 2, maxWidth: "44em" }}>{translate("guide.introduction")}</Typography>
      <Stepper orientation="vertical" activeStep={product === null ? 0 : token === null ? 1 : 2}>
        {steps.map(({ label, content }) => (
          <Step key={label}>
            <StepLabel>{translate(label, { product: product?.name ?? "" })}</StepLabel>
            <StepContent>{content}</StepContent>
          </Step>
        ))}
      </Stepper>
    </Card>
  );
}
