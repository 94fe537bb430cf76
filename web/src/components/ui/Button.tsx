import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";

type Look = {
  look?: "main" | "second" | "plain" | "danger";
  icon?: IconName;
  wide?: boolean;
  children: ReactNode;
};

const classes = ({ look = "main", wide }: Omit<Look, "children">, more?: string) =>
  [styles.button, styles[look], wide ? styles.wide : "", more ?? ""].join(" ");

/** While `busy` the button keeps its size and name and does nothing when pressed. */
export function Button({
  look,
  icon,
  wide,
  busy = false,
  children,
  className,
  onClick,
  type = "button",
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type={type}
      className={classes({ look, wide }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {icon && <Icon name={icon} size={20} />}
      {children}
      {busy && <span className={styles.busy} aria-hidden="true" />}
    </button>
  );
}

export function ButtonLink({ look, icon, wide, children, className, ...rest }: Look & LinkProps) {
  return (
    <Link className={classes({ look, wide }, className)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </Link>
  );
}
