import { useEffect } from "react";
import { Link, Navigate } from "react-router";
import { useMeIfHere } from "@/api/queries";
import { PlanCard } from "@/components/plan/PlanCard";
import { Button, ButtonLink } from "@/components/ui/Button";
import { chooseLanguage, useLanguage, useText } from "@/i18n";
import { ko } from "@/i18n/ko";
import { scaleOf } from "@/lib/scale";
import { DemoButtons } from "./DemoButtons";
import styles from "./StartPage.module.css";
import { samplePlan } from "./samplePlan";

export default function StartPage() {
  const t = useText();
  const language = useLanguage();
  const me = useMeIfHere();

  useEffect(() => {
    document.title = t.appName;
  }, [t]);

  if (me.data) return <Navigate to={me.data.role === "OPERATOR" ? "/ops" : "/new"} replace />;
  // Who was here before is most likely sent on: nothing to read in between.
  if (me.isFetching && !me.isFetched) return null;
  const plan = samplePlan[language];
  return (
    <div className={styles.start}>
      <div className={styles.words}>
        <h1 className={styles.title}>{t.start.title}</h1>
        <p className={styles.sentence}>{t.start.sentence}</p>
        <div className={styles.begin}>
          <ButtonLink to="/signup" wide>
            {t.start.begin}
          </ButtonLink>
          <DemoButtons withOperator />
          <p>
            <Link to="/login" className={styles.signIn}>
              {t.start.haveAccount}
            </Link>
          </p>
          <Button
            look="plain"
            wide
            lang={language === "ko" ? "en" : "ko"}
            onClick={() => chooseLanguage(language === "ko" ? "en" : "ko")}
          >
            {language === "ko" ? "English" : ko.language}
          </Button>
        </div>
      </div>
      <section className={styles.sample} aria-label={t.start.sampleLabel}>
        <h2 className={styles.label}>
          {t.start.sampleLabel} <span className={styles.tag}>{t.common.sample}</span>
        </h2>
        <p className="soft">{t.start.samplePlace}</p>
        <PlanCard plan={plan} scale={scaleOf([plan.forecast.participants.high * 1.2])} />
      </section>
      <ul className={styles.points}>
        {t.start.points.map((point) => (
          <li key={point.title}>
            <h2>{point.title}</h2>
            <p className="soft">{point.line}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
