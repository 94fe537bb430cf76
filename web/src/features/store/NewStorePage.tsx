import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { chooseStore, storesQuery } from "@/api/queries";
import { Button } from "@/components/ui/Button";
import { Form } from "@/components/ui/Form";
import { Page } from "@/components/ui/Page";
import { useText } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { createStore } from "./api";
import { usePlace } from "./Place";
import { StoreFields, storeFields } from "./StoreFields";
import { emptyDraft, inputOf, pickedLocation, type StoreDraft } from "./storeDraft";

export default function NewStorePage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, change, clear] = useDraft<StoreDraft>("store.new", emptyDraft);
  const place = usePlace(draft);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => createStore({ ...inputOf(draft), location: pickedLocation(draft) ?? undefined }),
    onSuccess: (store) => {
      clear();
      client.setQueryData(storesQuery.queryKey, (stores) => [...(stores ?? []), store]);
      chooseStore(store.id);
      navigate("/new", { replace: true });
    },
  });

  function submit() {
    setTried(true);
    // Without its region a shop would get the forecasts of the whole country.
    if (place.open) return;
    if (draft.name.trim() && draft.businessType.trim() && draft.address.trim()) create.mutate();
  }

  return (
    <Page title={t.store.newTitle} lead={t.store.newLine}>
      <Form label={t.store.newTitle} error={create.error} fields={storeFields} onSubmit={submit}>
        <StoreFields draft={draft} change={change} tried={tried} error={create.error} />
        <Button type="submit" wide busy={create.isPending}>
          {t.store.submitNew}
        </Button>
      </Form>
    </Page>
  );
}
