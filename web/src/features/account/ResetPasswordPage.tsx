import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Form, messageFor } from "@/components/ui/Form";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { PasswordField } from "@/components/ui/PasswordField";
import { say } from "@/components/ui/toast";
import { useText } from "@/i18n";
import { confirmReset } from "./api";
import { PASSWORD_MIN } from "./rules";

export default function ResetPasswordPage() {
  const t = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const token = search.get("token");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const short = password.length < PASSWORD_MIN;
  const confirm = useMutation({
    mutationFn: confirmReset,
    onSuccess: () => {
      say(t.auth.resetDone);
      navigate("/login", { replace: true });
    },
  });

  if (!token) {
    return (
      <Page title={t.auth.resetTitle}>
        <Notice
          tone="caution"
          title={t.auth.resetTokenMissing}
          action={<ButtonLink to="/forgot-password">{t.auth.resetSend}</ButtonLink>}
        />
      </Page>
    );
  }
  return (
    <Page title={t.auth.resetConfirmTitle}>
      <Form
        label={t.auth.resetConfirmTitle}
        error={confirm.error}
        fields={["password"]}
        onSubmit={() => {
          setTried(true);
          if (!short) confirm.mutate({ token, password });
        }}
      >
        <PasswordField
          label={t.auth.newPassword}
          description={t.auth.passwordHint}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && short ? t.auth.passwordShort : messageFor(confirm.error, "password")}
        />
        <Button type="submit" wide busy={confirm.isPending}>
          {t.auth.resetConfirm}
        </Button>
      </Form>
    </Page>
  );
}
