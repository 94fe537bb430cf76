import { NavLink, Outlet } from "react-router";
import { Icon } from "@/components/ui/Icon";
import { useLanguage } from "@/i18n";
import styles from "./OperatorFrame.module.css";
import { operatorMenu } from "./operatorMenu";

/** What surrounds the operator's pages: one row of names below the bar. */
export default function OperatorFrame() {
  const language = useLanguage();
  return (
    <>
      <nav
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
