import { Checkbox, TextInput } from "@mantine/core";
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
import { signUp } from "./api";
import { isEmail, PASSWORD_MIN } from "./rules";
import { useEnter } from "./useEnter";

export default function SignUpPage() {
  const t = useText();
  const enter = useEnter();
  const [search] = useSearchParams();
  const [draft, change, clear] = useDraft("sign-up", { email: "", name: "", terms: false, privacy: false });
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const join = useMutation({
    mutationFn: signUp,
    onSuccess: (account) => {
      clear();
      enter(account);
    },
  });
  const found = {
    name: draft.name.trim() ? undefined : t.auth.required,
    email: isEmail(draft.email) ? undefined : t.auth.emailInvalid,
    password: password.length >= PASSWORD_MIN ? undefined : t.auth.passwordShort,
    terms: draft.terms ? undefined : t.auth.agreeNeeded,
    privacy: draft.privacy ? undefined : t.auth.agreeNeeded,
  };
  const messageOf = (field: keyof typeof found) => (tried && found[field]) || messageFor(join.error, field);

  function submit() {
    setTried(true);
    if (Object.values(found).some(Boolean)) return;
    join.mutate({ email: draft.email.trim(), name: draft.name.trim(), password });
  }

  return (
    <Page title={t.auth.signUpTitle}>
      <Form label={t.auth.signUp} error={join.error} fields={["email", "password", "name"]} onSubmit={submit}>
        <TextInput
          label={t.auth.name}
          description={t.auth.nameHint}
          name="name"
          autoComplete="name"
          maxLength={50}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={messageOf("name")}
        />
        <TextInput
          label={t.auth.email}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          value={draft.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={messageOf("email")}
        />
        <PasswordField
          label={t.auth.password}
          description={t.auth.passwordHint}
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={messageOf("password")}
        />
        <Consent
          label={t.auth.agreeTerms}
          read={t.auth.readTerms}
          to="/terms"
          checked={draft.terms}
          onChange={(terms) => change({ terms })}
          error={messageOf("terms")}
        />
        <Consent
          label={t.auth.agreePrivacy}
          read={t.auth.readPrivacy}
          to="/privacy"
          checked={draft.privacy}
          onChange={(privacy) => change({ privacy })}
          error={messageOf("privacy")}
        />
        <Button type="submit" wide busy={join.isPending}>
          {t.auth.signUp}
        </Button>
      </Form>
      <p className={styles.links}>
        <Link to={{ pathname: "/login", search: search.toString() }}>{t.auth.haveAccount}</Link>
      </p>
    </Page>
  );
}

type ConsentProps = {
  label: string;
  read: string;
  to: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  error?: string;
};

function Consent({ label, read, to, checked, onChange, error }: ConsentProps) {
  const t = useText();
  return (
    <div className={styles.consent}>
      <Checkbox
        label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        error={error}
        aria-invalid={error ? true : undefined}
      />
      <Link to={to} aria-label={read}>
        {t.auth.read}
      </Link>
    </div>
  );
}
