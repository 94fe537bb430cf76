import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "@/components/ui/Button";
import { Form, messageFor } from "@/components/ui/Form";
import { Page } from "@/components/ui/Page";
import { PasswordField } from "@/components/ui/PasswordField";
import { useText } from "@/i18n";
import { useDraft } from "@/lib/draft";
import styles from "./account.module.css";
import { signIn } from "./api";
import { DemoButtons } from "./DemoButtons";
import { useEnter } from "./useEnter";

export default function SignInPage() {
  const t = useText();
  const enter = useEnter();
  const [search] = useSearchParams();
  const [draft, change, clear] = useDraft("sign-in", { email: "" });
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && !value ? t.auth.required : undefined);
  const login = useMutation({
    mutationFn: signIn,
    onSuccess: (account) => {
      clear();
      enter(account);
    },
  });

  function submit() {
    setTried(true);
    if (draft.email && password) login.mutate({ email: draft.email.trim(), password });
  }

  return (
    <Page title={t.auth.signInTitle} lead={search.get("next") ? t.problem.signInAgain : undefined}>
      <Form label={t.auth.signIn} error={login.error} fields={["email", "password"]} onSubmit={submit}>
        <TextInput
          label={t.auth.email}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          value={draft.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={missing(draft.email) ?? messageFor(login.error, "email")}
        />
        <PasswordField
          label={t.auth.password}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing(password) ?? messageFor(login.error, "password")}
        />
        <Button type="submit" wide busy={login.isPending}>
          {t.auth.signIn}
        </Button>
      </Form>
      <p className={styles.links}>
        <Link to={{ pathname: "/signup", search: search.toString() }}>{t.auth.noAccount}</Link>
        <Link to="/forgot-password">{t.auth.forgot}</Link>
      </p>
      <DemoButtons withOperator />
    </Page>
  );
}
