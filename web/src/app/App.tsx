import { MantineProvider } from "@mantine/core";
import { QueryClient } from "@tanstack/react-query";
import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client";
import { type ReactNode, useEffect, useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { onSignedOut } from "@/api/client";
import { KEPT_MILLIS, keptOf } from "@/api/kept";
import { asProblem } from "@/api/problem";
import { meQuery, onSignedOutElsewhere } from "@/api/queries";
import { type Dictionary, TextContext, useLanguage } from "@/i18n";
import { ko } from "@/i18n/ko";
import { routes } from "./routes";
import { cssVariables, theme } from "./theme";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: KEPT_MILLIS,
      retry: (failures, error) => failures < 2 && (asProblem(error)?.status ?? 500) === 0,
      refetchOnWindowFocus: true,
    },
  },
});

// A session that ended while a page was open: the guard of the page sees it and asks to sign in.
const signedOut = () => client.setQueryData(meQuery.queryKey, null);
onSignedOut(signedOut);
onSignedOutElsewhere(signedOut);

const kept = keptOf(client);

// What was kept may lag a second behind what was done before a reload: it is shown, and asked for anew
// however fresh it says it is.
const askAnew = () => client.invalidateQueries({ refetchType: "none" });

const router = createBrowserRouter(routes);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <PersistQueryClientProvider client={client} persistOptions={kept} onSuccess={askAnew}>
        <Words>
          <RouterProvider router={router} />
        </Words>
      </PersistQueryClientProvider>
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
