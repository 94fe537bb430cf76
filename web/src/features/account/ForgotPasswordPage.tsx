import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Form, messageFor } from "@/components/ui/Form";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { useText } from "@/i18n";
import { askForReset } from "./api";
import { isEmail } from "./rules";

export default function ForgotPasswordPage() {
  const t = useText();
  const [email, setEmail] = useState("");
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: askForReset });

  function submit() {
    setTried(true);
    if (isEmail(email)) ask.mutate(email.trim());
  }

  return (
    <Page title={t.auth.resetTitle} lead={t.auth.resetLine}>
      {ask.isSuccess ? (
        <Notice
          title={t.auth.resetSent}
          action={
            <ButtonLink to="/login" look="second">
              {t.auth.toSignIn}
            </ButtonLink>
          }
        >
          {t.auth.resetSentLine(email.trim())}
        </Notice>
      ) : (
        <Form label={t.auth.resetTitle} error={ask.error} fields={["email"]} onSubmit={submit}>
          <TextInput
            label={t.auth.email}
            type="email"
            autoComplete="email"
            inputMode="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={tried && !isEmail(email) ? t.auth.emailInvalid : messageFor(ask.error, "email")}
          />
          <Button type="submit" wide busy={ask.isPending}>
            {t.auth.resetSend}
          </Button>
        </Form>
      )}
    </Page>
  );
}
