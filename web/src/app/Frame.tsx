import { useEffect, useRef } from "react";
import { Link, NavLink, Outlet, ScrollRestoration, useNavigation } from "react-router";
import { useMeIfHere } from "@/api/queries";
import { Icon, type IconName } from "@/components/ui/Icon";
import { say, Toast } from "@/components/ui/toast";
import { useText } from "@/i18n";
import { useOnline } from "@/lib/useOnline";
import styles from "./Frame.module.css";
import { TextRuler } from "./TextRuler";

/** What surrounds every page: name, menu (below on a phone, above on a desk), word of a lost connection. */
export function Frame() {
  const t = useText();
  const { data: me } = useMeIfHere();
  const { state } = useNavigation();
  return (
    <div className={`${styles.frame} ${me ? styles.withMenu : ""}`}>
      <a className={styles.skip} href="#content">
        {t.common.skipToContent}
      </a>
      <header className={`${styles.top} no-print`}>
        <div className={styles.bar}>
          <Link to={me ? "/new" : "/"} className={styles.name} aria-label={t.nav.home}>
            <Stamp />
            <span>{t.appName}</span>
          </Link>
          {me && <Menu operator={me.role === "OPERATOR"} />}
        </div>
        {state === "loading" && <div className={styles.moving} />}
      </header>
      <TextRuler />
      <OfflineLine />
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Toast />
      <ScrollRestoration />
    </div>
  );
}

function Menu({ operator }: { operator: boolean }) {
  const t = useText();
  const items: { to: string; label: string; icon: IconName }[] = [
    { to: "/new", label: t.nav.make, icon: "plus" },
    { to: "/events", label: t.nav.events, icon: "calendar" },
    { to: "/plans", label: t.nav.history, icon: "list" },
    operator
      ? { to: "/ops", label: t.nav.operator, icon: "trend" }
      : { to: "/stores", label: t.nav.stores, icon: "store" },
    { to: "/account", label: t.nav.account, icon: "user" },
  ];
  return (
    <nav className={styles.menu} aria-label={t.nav.label}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} className={styles.item}>
          <Icon name={item.icon} />
          <span>{item.label}</span>
        </NavLink>
      ))}
    </nav>
  );
}

function OfflineLine() {
  const t = useText();
  const online = useOnline();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (online && wasOffline.current) say(t.problem.online);
    wasOffline.current = !online;
  }, [online, t]);
  return (
    <div role="status" className="no-print">
      {!online && <p className={styles.offline}>{t.problem.offline}</p>}
    </div>
  );
}

/** Our mark: the stamp on a regular's card. */
function Stamp() {
  return (
    <svg aria-hidden="true" width="32" height="32" viewBox="0 0 64 64" className={styles.stamp}>
      <circle cx="32" cy="32" r="30" />
      <path d="M37 17.500H21.500V31.500H37M45 14.500V34.500M45 24.500H51M24 39V50H47" />
    </svg>
  );
}
