import { useEffect, useRef } from "react";
import { NavLink, Outlet, useLocation } from "react-router";
import { Icon } from "@/components/ui/Icon";
import { useLanguage } from "@/i18n";
import styles from "./OperatorFrame.module.css";
import { operatorMenu } from "./operatorMenu";

/** What surrounds the operator's pages: one row of names below the bar. */
export default function OperatorFrame() {
  const language = useLanguage();
  const { pathname } = useLocation();
  const menu = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: the page one is on stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which name is current follows the path.
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (menu.current && current)
      menu.current.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - menu.current.clientWidth / 2;
  }, [pathname]);
  return (
    <>
      <nav
        ref={menu}
        className={`${styles.menu} no-print`}
        aria-label={language === "ko" ? "운영 메뉴" : "Operator menu"}
      >
        <ul>
          {operatorMenu.map((item) => (
            <li key={item.to}>
              <NavLink to={item.to} className={styles.item}>
                <Icon name={item.icon} size={18} />
                {language === "ko" ? item.ko : item.en}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
