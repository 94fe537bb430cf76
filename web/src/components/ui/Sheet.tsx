import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "@/i18n";
import styles from "./Sheet.module.css";

/** A question or a closer look: from below on a phone, in the middle on a desk. Keeps and returns the focus. */
export function Sheet(props: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  const t = useText();
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      transitionProps={{ transition: "slide-up", duration: 160 }}
      classNames={{ inner: styles.inner, content: styles.content }}
      size={560}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        {/* Not Mantine's header: a second banner would confuse those who listen to the page. */}
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={t.common.close} size={48} iconSize={24} />
        </div>
        <Modal.Body className={styles.body}>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
