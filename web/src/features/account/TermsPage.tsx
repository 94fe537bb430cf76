import { Page } from "@/components/ui/Page";
import { useLanguage, useText } from "@/i18n";
import styles from "./account.module.css";

export default function TermsPage() {
  const t = useText();
  return (
    <Page title={t.account.terms}>
      <div className={styles.prose}>{useLanguage() === "ko" ? <Korean /> : <English />}</div>
    </Page>
  );
}

const Korean = () => (
  <>
    <p className="soft">짧게 적었어요. 다 읽는 데 1분이면 돼요.</p>
    <h2>단골이 하는 일</h2>
    <p>
      가게와 목적을 알려 주시면 이벤트 기획안을 써 드리고, 지난 이벤트의 결과로 참여 인원과 매출을 예상해요.
      기획안을 고르고, 고치고, 진행한 뒤 결과를 적어 둘 수 있어요.
    </p>
    <h2>예상은 약속이 아니에요</h2>
    <p>
      예상은 비슷한 사례에서 계산한 값이라 실제와 다를 수 있어요. 그래서 범위와 사례 수를 함께 보여드려요.
      진행할지는 사장님이 정하고, 그 결과도 사장님의 것이에요. 저희가 일부러 또는 큰 부주의로 끼친 손해는
      책임져요.
    </p>
    <h2>지켜 주세요</h2>
    <ul>
      <li>이벤트를 알릴 때는 표시광고법, 개인정보 보호법처럼 그때 적용되는 법을 지켜 주세요.</li>
      <li>다른 사람의 계정을 쓰거나 서비스를 방해하지 말아 주세요.</li>
      <li>적으신 내용과 그 권리는 사장님께 있어요.</li>
    </ul>
    <h2>결과를 함께 쓰는 방법</h2>
    <p>
      마감할 때 적은 결과는 다른 가게의 예상에도 쓰여요. 다른 사장님께는 가게 다섯 곳 이상을 묶은 가운데 값만
      보이고, 가게 이름과 주소는 보이지 않아요.
    </p>
    <h2>그만두고 싶을 때</h2>
    <p>내 정보에서 언제든 자료를 내려받고 탈퇴할 수 있어요.</p>
    <h2>바뀔 때</h2>
    <p>약관이 바뀌면 적용하기 7일 전에, 불리하게 바뀌면 30일 전에 화면으로 알려드려요.</p>
  </>
);

const English = () => (
  <>
    <p className="soft">Short on purpose: a minute to read. The Korean text is the binding one.</p>
    <h2>What Dangol does</h2>
    <p>
      From your shop and aim it writes event plans and forecasts participation and sales from the results of
      past events. You can choose, change, run and close events.
    </p>
    <h2>A forecast is not a promise</h2>
    <p>
      It is worked out from similar cases and may be wrong, which is why you see a range and the number of
      cases. You decide, and the result is yours. We answer for harm done on purpose or by gross negligence.
    </p>
    <h2>Please</h2>
    <ul>
      <li>follow the law that applies to your event, such as on advertising and personal data;</li>
      <li>do not use other people’s accounts or disturb the service;</li>
      <li>what you write stays yours.</li>
    </ul>
    <h2>How results are shared</h2>
    <p>
      Results you enter also improve forecasts for other shops. Others see only medians of five shops or more,
      never names or addresses.
    </p>
    <h2>Leaving</h2>
    <p>You can download your data and delete your account at any time.</p>
    <h2>Changes</h2>
    <p>We announce changes 7 days ahead, 30 days ahead when they are to your disadvantage.</p>
  </>
);
