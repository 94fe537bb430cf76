import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
  "#e3eee6",
  "#c6dfd0",
  "#9cc7b1",
  "#82cfab",
  "#4f9d7d",
  "#2b7a5d",
  "#17614a",
  "#0f4b38",
  "#0b3b2c",
  "#072a1f",
];

/** Mantine's parts in our colours: they read the same names as our own styles. */
export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { pine },
  fontFamily: "var(--font)",
  fontSizes: { xs: "1rem", sm: "1rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  defaultRadius: "md",
  radius: { md: "12px", lg: "16px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    TextInput: { defaultProps: { size: "lg" } },
    PasswordInput: { defaultProps: { size: "lg" } },
    Textarea: { defaultProps: { size: "lg" } },
    NativeSelect: { defaultProps: { size: "lg" } },
    Checkbox: { defaultProps: { size: "md" } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.45 } } },
  },
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-default": "var(--card)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--danger)",
  "--mantine-color-pine-filled": "var(--accent)",
  "--mantine-color-pine-filled-hover": "var(--accent-strong)",
  "--mantine-color-pine-text": "var(--accent)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
