import LockIcon from "@mui/icons-material/Lock";
import { Avatar, Box, Button, Card, CardContent, Stack, Typography } from "@mui/material";
import { useState } from "react";
import { Form, PasswordInput, required, TextInput, useLogin, useNotify, useTranslate } from "react-admin";
import type { FieldValues } from "react-hook-form";
import { Navigate } from "react-router-dom";
import { useSessionToken } from "../session/session";
import { PageTitle } from "./PageTitle";

export default function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const notify = useNotify();
  const [pending, setPending] = useState(false);
  // Only a session that was there before: the login itself chooses where to go.
  const [hadSession] = useState(useSessionToken() !== null);
  if (hadSession) return <Navigate to="/" replace />;

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
            <Form onSubmit={submit} mode="onSubmit" noValidate>
              <Stack sx={{ width: "100%" }}>
                <TextInput source="username" label="login.username" autoComplete="username" autoFocus validate={required()} helperText={false} />
                <PasswordInput source="password" label="login.password" autoComplete="current-password" validate={required()} helperText={false} />
                <Button type="submit" variant="contained" disabled={pending} fullWidth sx={{ mt: 2 }}>
                  {translate("login.sign_in")}
                </Button>
              </Stack>
            </Form>
          </Stack>
        </CardContent>
      </Card>
    </Box>
  );
}
