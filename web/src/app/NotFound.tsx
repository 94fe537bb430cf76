import { ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Page } from "@/components/ui/Page";
import { useText } from "@/i18n";

export function NotFound() {
  const t = useText();
  return (
    <Page title={t.problem.notFound}>
      <Empty title={t.problem.notFoundDetail} action={<ButtonLink to="/">{t.problem.goHome}</ButtonLink>} />
    </Page>
  );
}
