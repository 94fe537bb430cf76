import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "@/i18n";

/** A password, with an eye that shows it: as large as a finger, within reach of the keyboard, in our words. */
export function PasswordField(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ "aria-label": t.auth.showPassword }}
      {...props}
    />
  );
}
