import { Page } from "@/components/ui/Page";
import { useLanguage, useText } from "@/i18n";
import styles from "./account.module.css";

export default function PrivacyPage() {
  const t = useText();
  return (
    <Page title={t.account.privacy}>
      <div className={styles.prose}>{useLanguage() === "ko" ? <Korean /> : <English />}</div>
    </Page>
  );
}

const Korean = () => (
  <>
    <p>이벤트 기획에 필요한 것만 받고, 그 밖에는 쓰지 않아요.</p>
    <table className={styles.table}>
      <caption className="visually-hidden">받는 정보와 쓰는 곳, 보관 기간</caption>
      <thead>
        <tr>
          <th scope="col">받는 정보</th>
          <th scope="col">쓰는 곳</th>
          <th scope="col">보관 기간</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>이메일, 이름, 비밀번호(알아볼 수 없게 바꿔서 저장)</td>
          <td>로그인과 계정 관리</td>
          <td>탈퇴할 때까지</td>
        </tr>
        <tr>
          <td>가게 이름, 업종, 주소, 영업시간, 사업자등록번호(적었을 때만)</td>
          <td>우리 동네와 업종에 맞는 기획안과 예상</td>
          <td>가게를 지우거나 탈퇴할 때까지</td>
        </tr>
        <tr>
          <td>이벤트와 결과, 받은 추천</td>
          <td>기록과 다음 예상</td>
          <td>탈퇴할 때까지</td>
        </tr>
      </tbody>
    </table>
    <h2>밖으로 나가는 것</h2>
    <p>
      기획안을 쓸 때 바깥의 글쓰기 모델을 쓰는 경우가 있어요. 그때도 업종, 시·구 단위 지역, 목적, 예산, 바라는
      점만 보내고 이름, 주소, 번호는 보내지 않아요. 바라는 점에는 개인정보를 적지 말아 주세요.
    </p>
    <h2>다른 사장님께 보이는 것</h2>
    <p>가게 다섯 곳 이상을 묶은 가운데 값만 보여요. 어느 가게인지는 알 수 없어요.</p>
    <h2>사장님의 권리</h2>
    <ul>
      <li>내 정보에서 모든 자료를 파일로 내려받을 수 있어요.</li>
      <li>언제든 고치거나 지우고, 탈퇴할 수 있어요. 탈퇴하면 바로 지워요.</li>
      <li>동의하지 않을 수 있어요. 다만 계정을 만들려면 꼭 필요해요.</li>
    </ul>
    <h2>쿠키</h2>
    <p>로그인을 이어 가는 데 필요한 것만 써요. 광고나 방문 추적에는 쓰지 않아요.</p>
  </>
);

const English = () => (
  <>
    <p>
      We ask for what event planning needs and use it for nothing else. The Korean text is the binding one.
    </p>
    <table className={styles.table}>
      <caption className="visually-hidden">What we keep, what for and for how long</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">What for</th>
          <th scope="col">How long</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>Email, name, password (stored unreadably)</td>
          <td>Signing in</td>
          <td>Until you leave</td>
        </tr>
        <tr>
          <td>Shop name, trade, address, opening hours, registration number (if given)</td>
          <td>Plans and forecasts that fit trade and area</td>
          <td>Until you delete the shop or leave</td>
        </tr>
        <tr>
          <td>Events, results, plans received</td>
          <td>Your records and the next forecast</td>
          <td>Until you leave</td>
        </tr>
      </tbody>
    </table>
    <h2>What leaves the house</h2>
    <p>
      Where an outside language model words the plans, it gets trade, district, aim, budget and wish, never
      names, addresses or numbers. Please put no personal data into the wish.
    </p>
    <h2>What other owners see</h2>
    <p>Only medians of five shops or more.</p>
    <h2>Your rights</h2>
    <ul>
      <li>Download everything we hold, under Account.</li>
      <li>Correct or delete it, or leave, at any time. We delete at once.</li>
      <li>You may refuse; an account cannot be made without it, though.</li>
    </ul>
    <h2>Cookies</h2>
    <p>Only what keeps you signed in. No advertising, no tracking.</p>
  </>
);
