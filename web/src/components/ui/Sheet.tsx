import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "@/i18n";
import styles from "./Sheet.module.css";

/** A question or a closer look: from below on a phone, in the middle on a desk. Keeps and returns the focus. */
export function Sheet(props: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  const t = useText();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t.common.close, size: 48, iconSize: 24 }}
      transitionProps={{ transition: "slide-up", duration: 160 }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      classNames={{
        inner: styles.inner,
        content: styles.content,
        title: styles.title,
        header: styles.header,
      }}
      size={560}
    >
      {props.children}
    </Modal>
  );
}
