import { chooseStore, useStores } from "@/api/queries";
import { placeName } from "@/components/plan/words";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Icon } from "@/components/ui/Icon";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import styles from "./store.module.css";

export default function StoresPage() {
  const t = useText();
  const { query, stores, current } = useStores();
  const add = (
    <ButtonLink to="/stores/new" look={stores.length ? "second" : "main"} icon="plus">
      {t.store.add}
    </ButtonLink>
  );
  return (
    <Page title={t.store.listTitle}>
      {query.isPending && <Loading />}
      {query.error && !query.data && <ProblemNotice error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && stores.length === 0 && (
        <Empty title={t.store.none} line={t.store.noneLine} action={add} />
      )}
      {stores.length > 0 && (
        <>
          <ul className={styles.stores}>
            {stores.map((store) => {
              const isCurrent = store.id === current?.id;
              return (
                <li
                  key={store.id}
                  className={`${styles.store} ${isCurrent && stores.length > 1 ? styles.current : ""}`}
                >
                  <div>
                    <h2>{store.name}</h2>
                    <p className="soft">
                      {store.businessType}, {placeName(store.location) ?? t.common.unknownPlace}
                    </p>
                    {isCurrent && stores.length > 1 && (
                      <p className={styles.tag}>
                        <Icon name="check" size={18} />
                        {t.store.current}
                      </p>
                    )}
                  </div>
                  <div className={styles.actions}>
                    {!isCurrent && (
                      <Button look="plain" onClick={() => chooseStore(store.id)}>
                        {t.store.choose}
                      </Button>
                    )}
                    <ButtonLink
                      look="plain"
                      to={`/stores/${store.id}`}
                      aria-label={`${store.name} ${t.common.edit}`}
                    >
                      {t.common.edit}
                    </ButtonLink>
                  </div>
                </li>
              );
            })}
          </ul>
          {add}
        </>
      )}
    </Page>
  );
}
