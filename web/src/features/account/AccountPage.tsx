import { TextInput, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useEndSession } from "@/api/kept";
import { useMe } from "@/api/queries";
import { Button } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { Form, messageFor } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { PasswordField } from "@/components/ui/PasswordField";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { leaveFor, say } from "@/components/ui/toast";
import { chooseLanguage, type Language, useLanguage, useText } from "@/i18n";
import { ko } from "@/i18n/ko";
import { copyText } from "@/lib/copy";
import { forgetAllDrafts } from "@/lib/draft";
import { saveFile } from "@/lib/saveFile";
import styles from "./account.module.css";
import { changePassword, createToken, deleteAccount, deleteToken, exportData, signOut, tokens } from "./api";
import { PASSWORD_MIN } from "./rules";

export default function AccountPage() {
  const t = useText();
  const { data: me } = useMe();
  return (
    <Page title={t.account.title} lead={me && `${me.name}, ${me.email}`} aside={<SignOut />}>
      <Look />
      <Password />
      <Tokens />
      <Data />
      <p className={styles.links}>
        <Link to="/stores">{t.store.listTitle}</Link>
        <Link to="/terms">{t.account.terms}</Link>
        <Link to="/privacy">{t.account.privacy}</Link>
      </p>
    </Page>
  );
}

function SignOut() {
  const t = useText();
  const endSession = useEndSession();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      forgetAllDrafts();
      await endSession();
      leaveFor("/");
    },
    onError: () => say(t.problem.unreachable),
  });
  return (
    <Button look="second" busy={leave.isPending} onClick={() => leave.mutate()}>
      {t.auth.signOut}
    </Button>
  );
}

function Look() {
  const t = useText();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className={styles.section} aria-label={t.account.look}>
      <Choices<Language>
        label={language === "ko" ? t.account.language : `${t.account.language} (언어)`}
        choices={[
          { value: "ko", label: ko.language },
          { value: "en", label: "English" },
        ]}
        value={language}
        onChange={chooseLanguage}
      />
      <Choices
        label={t.account.colors}
        choices={[
          { value: "auto", label: t.account.colorModes.auto },
          { value: "light", label: t.account.colorModes.light },
          { value: "dark", label: t.account.colorModes.dark },
        ]}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </section>
  );
}

function Password() {
  const t = useText();
  const empty = { currentPassword: "", newPassword: "" };
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const short = typed.newPassword.length < PASSWORD_MIN;
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setTyped(empty);
      setTried(false);
      say(t.account.passwordChanged);
    },
  });
  return (
    <section className={styles.section}>
      <h2>{t.account.changePassword}</h2>
      <Form
        label={t.account.changePassword}
        error={change.error}
        fields={["currentPassword", "newPassword"]}
        onSubmit={() => {
          setTried(true);
          if (typed.currentPassword && !short) change.mutate(typed);
        }}
      >
        <PasswordField
          label={t.account.oldPassword}
          autoComplete="current-password"
          value={typed.currentPassword}
          onChange={(event) => setTyped({ ...typed, currentPassword: event.currentTarget.value })}
          error={
            tried && !typed.currentPassword ? t.auth.required : messageFor(change.error, "currentPassword")
          }
        />
        <PasswordField
          label={t.auth.newPassword}
          description={t.auth.passwordHint}
          autoComplete="new-password"
          value={typed.newPassword}
          onChange={(event) => setTyped({ ...typed, newPassword: event.currentTarget.value })}
          error={tried && short ? t.auth.passwordShort : messageFor(change.error, "newPassword")}
        />
        <Button type="submit" look="second" busy={change.isPending}>
          {t.account.changePassword}
        </Button>
      </Form>
    </section>
  );
}

const tokensKey = ["tokens"];

function Tokens() {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const list = useQuery({ queryKey: tokensKey, queryFn: tokens });
  const refresh = () => client.invalidateQueries({ queryKey: tokensKey });
  const create = useMutation({
    mutationFn: createToken,
    onSuccess: () => {
      setName("");
      return refresh();
    },
  });
  const remove = useMutation({ mutationFn: deleteToken, onSuccess: refresh });
  const secret = create.data?.token;

  async function copy(text: string) {
    say((await copyText(text)) ? t.common.copied : t.common.copyFailed);
  }

  return (
    <section className={styles.section}>
      <div>
        <h2>{t.account.tokens}</h2>
        <p className="soft">{t.account.tokensLine}</p>
      </div>
      {list.isPending && <Loading rows={1} height={56} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.length === 0 && <p>{t.account.tokenNone}</p>}
      <div>
        {list.data?.map((token) => (
          <div key={token.id} className={styles.token}>
            <span>{token.name}</span>
            <Button
              look="plain"
              aria-label={t.account.tokenRemove(token.name)}
              onClick={() => remove.mutate(token.id)}
            >
              {t.common.delete}
            </Button>
          </div>
        ))}
      </div>
      {secret && (
        <div className={styles.pairs} role="status">
          <p>{t.account.tokenOnce}</p>
          <code className={styles.secret}>{secret}</code>
          <Button look="second" onClick={() => copy(secret)}>
            {t.account.tokenCopy}
          </Button>
        </div>
      )}
      <Form
        label={t.account.tokenMake}
        error={create.error}
        fields={["name"]}
        onSubmit={() => name.trim() && create.mutate(name.trim())}
      >
        <TextInput
          label={t.account.tokenName}
          placeholder={t.account.tokenNamePlaceholder}
          maxLength={50}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={messageFor(create.error, "name")}
        />
        <Button type="submit" look="second" busy={create.isPending}>
          {t.account.tokenMake}
        </Button>
      </Form>
    </section>
  );
}

function Data() {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const endSession = useEndSession();
  const download = useMutation({
    mutationFn: exportData,
    onSuccess: (file) => saveFile(file, "dangol.json"),
  });
  const leave = useMutation({
    mutationFn: deleteAccount,
    onSuccess: async () => {
      forgetAllDrafts();
      await endSession();
      leaveFor("/", t.account.removed);
    },
  });
  return (
    <section className={styles.section}>
      <div>
        <h2>{t.account.export}</h2>
        <p className="soft">{t.account.exportLine}</p>
      </div>
      {download.error && <ProblemNotice error={download.error} />}
      <div className={styles.row}>
        <Button look="second" busy={download.isPending} onClick={() => download.mutate()}>
          {t.account.export}
        </Button>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t.account.remove}
        </Button>
      </div>
      <Sheet title={t.account.removeTitle} opened={asking} onClose={() => setAsking(false)}>
        <Form
          label={t.account.remove}
          error={leave.error}
          fields={["password"]}
          onSubmit={() => password && leave.mutate(password)}
        >
          <p>{t.account.removeLine}</p>
          <PasswordField
            label={t.account.removeConfirm}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={messageFor(leave.error, "password")}
          />
          <Button type="submit" look="danger" wide busy={leave.isPending}>
            {t.account.removeDo}
          </Button>
        </Form>
      </Sheet>
    </section>
  );
}
