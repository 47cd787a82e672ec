import LockIcon from "@mui/icons-material/Lock";
import { Avatar, Box, Button, Card, CardContent, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Form, PasswordInput, required, TextInput, useLogin, useNotify, useTranslate } from "react-admin";
import type { FieldValues } from "react-hook-form";
import { Navigate } from "react-router-dom";
import { useSessionToken } from "../session/session";
import { loginConfiguration, signInAtProvider, takeSignInFailure } from "../session/singleSignOn";
import { PageTitle } from "./PageTitle";

/** Whoever knows this address gets the form for passwords although it is hidden: `#/login#force_user_login`. */
function forced(): boolean {
  return window.location.hash.endsWith("#force_user_login");
}

export default function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const notify = useNotify();
  const [pending, setPending] = useState(false);
  // Only a session that was there before: the login itself chooses where to go.
  const [hadSession] = useState(useSessionToken() !== null);
  useEffect(() => {
    const failure = takeSignInFailure();
    if (failure !== null) notify(failure, { type: "warning" });
  }, [notify]);
  const { data: known, isPending } = useQuery({ queryKey: ["login_configuration"], queryFn: () => loginConfiguration(true), staleTime: 0, gcTime: 0 });

  if (hadSession) return <Navigate to="/" replace />;

  const byProvider = known?.oidc_enable ?? false;
  const byPassword = !isPending && (!byProvider || known?.features.includes("feature_disable_user_login") !== true || forced());
  const leave = () => {
    setPending(true);
    signInAtProvider().catch(() => {
      setPending(false);
      notify("login.network_error", { type: "warning" });
    });
  };
  const submit = async (values: FieldValues) => {
    setPending(true);
    try {
      await login(values);
    } catch (cause) {
      notify(cause instanceof Error ? cause.message : "login.network_error", { type: "warning" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Box
      component="main"
      sx={{ minHeight: "100vh", display: "grid", placeItems: "center", p: 2, background: "radial-gradient(circle at 50% 14em, #4b4390 0%, #1e194b 60%, #0d0a28 100%)" }}
    >
      <PageTitle parts={[translate("login.title")]} />
      <Card sx={{ width: "100%", maxWidth: 360 }}>
        <CardContent>
          <Stack spacing={2} sx={{ alignItems: "center" }}>
            <Avatar sx={{ bgcolor: "secondary.main" }}>
              <LockIcon />
            </Avatar>
            <Typography variant="h5" component="h1">
              SecObserve
            </Typography>
            {byPassword && (
              <Form onSubmit={submit} mode="onSubmit" noValidate>
                <Stack sx={{ width: "100%" }}>
                  <TextInput source="username" label="login.username" autoComplete="username" autoFocus validate={required()} helperText={false} />
                  <PasswordInput source="password" label="login.password" autoComplete="current-password" validate={required()} helperText={false} />
                  <Button type="submit" variant="contained" disabled={pending} fullWidth sx={{ mt: 2 }}>
                    {translate("login.sign_in")}
                  </Button>
                </Stack>
              </Form>
            )}
            {byProvider && (
              <Button variant={byPassword ? "outlined" : "contained"} disabled={pending} fullWidth onClick={leave}>
                {translate("login.sign_in_at_provider")}
              </Button>
            )}
          </Stack>
        </CardContent>
      </Card>
    </Box>
  );
}
