import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { onSignedOut } from "@/api/client";
import { asProblem } from "@/api/problem";
import { meQuery } from "@/api/queries";
import { type Dictionary, TextContext, useLanguage } from "@/i18n";
import { ko } from "@/i18n/ko";
import { routes } from "./routes";
import { cssVariables, theme } from "./theme";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Loaded pages stay readable for an hour without a connection.
      gcTime: 60 * 60_000,
      retry: (failures, error) => failures < 2 && (asProblem(error)?.status ?? 500) === 0,
      refetchOnWindowFocus: true,
    },
  },
});

// A session that ended while a page was open: the guard of the page sees it and asks to sign in.
onSignedOut(() => client.setQueryData(meQuery.queryKey, null));

const router = createBrowserRouter(routes);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Words>
          <RouterProvider router={router} />
        </Words>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Korean is at hand; English is fetched when somebody chooses it. */
function Words({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const [words, setWords] = useState<Dictionary | null>(language === "ko" ? ko : null);

  useEffect(() => {
    document.documentElement.lang = language;
    if (language === "ko") {
      setWords(ko);
      return;
    }
    let wanted = true;
    import("@/i18n/en").then(({ en }) => wanted && setWords(en));
    return () => {
      wanted = false;
    };
  }, [language]);

  return words && <TextContext value={words}>{children}</TextContext>;
}
