import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { storesQuery, useStores } from "@/api/queries";
import type { Store } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Form } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { say } from "@/components/ui/toast";
import { useText } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { deleteStore, replaceStore } from "./api";
import { usePlace } from "./Place";
import { StoreFields, storeFields } from "./StoreFields";
import { draftOf, inputOf, pickedLocation } from "./storeDraft";

export default function StorePage() {
  const t = useText();
  const { id } = useParams();
  const { query, stores } = useStores();
  const store = stores.find((each) => each.id === id);
  return (
    <Page title={t.store.editTitle}>
      {query.isPending && <Loading />}
      {query.error && !store && <ProblemNotice error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && !store && <Empty title={t.problem.notFoundDetail} />}
      {store && <Editing key={store.id} store={store} />}
    </Page>
  );
}

function Editing({ store }: { store: Store }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, change, clear] = useDraft(`store.${store.id}`, draftOf(store));
  const place = usePlace(draft);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      replaceStore(store.id, { ...inputOf(draft), location: pickedLocation(draft) ?? undefined }),
    onSuccess: (saved) => {
      clear();
      client.setQueryData(storesQuery.queryKey, (stores) =>
        stores?.map((each) => (each.id === saved.id ? saved : each)),
      );
      say(t.common.saved);
      navigate("/stores");
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteStore(store.id),
    onSuccess: () => {
      clear();
      client.setQueryData(storesQuery.queryKey, (stores) => stores?.filter((each) => each.id !== store.id));
      navigate("/stores", { replace: true });
    },
  });

  function submit() {
    setTried(true);
    // Without its region a shop would get the forecasts of the whole country.
    if (place.open) return;
    if (draft.name.trim() && draft.businessType.trim() && draft.address.trim()) save.mutate();
  }

  return (
    <Form label={t.store.editTitle} error={save.error} fields={storeFields} onSubmit={submit}>
      <StoreFields draft={draft} change={change} tried={tried} error={save.error} unfolded />
      <Button type="submit" wide busy={save.isPending}>
        {t.common.save}
      </Button>
      <Button look="plain" onClick={() => setRemoving(true)}>
        {t.store.remove}
      </Button>
      <Sheet title={t.store.removeTitle} opened={removing} onClose={() => setRemoving(false)}>
        <p style={{ marginBottom: 20 }}>{t.store.removeLine}</p>
        {remove.error && <ProblemNotice error={remove.error} />}
        <Button look="danger" wide busy={remove.isPending} onClick={() => remove.mutate()}>
          {t.store.remove}
        </Button>
      </Sheet>
    </Form>
  );
}
