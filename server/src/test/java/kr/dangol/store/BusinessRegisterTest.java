package kr.dangol.store;

import static kr.dangol.testing.FakePublicData.dripping;
import static kr.dangol.testing.FakePublicData.json;
import static kr.dangol.testing.FakePublicData.truncated;
import static org.assertj.core.api.Assertions.assertThat;

import kr.dangol.store.BusinessRegister.Standing;
import kr.dangol.testing.FakePublicData;
import kr.dangol.testing.FakePublicData.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BusinessRegisterTest {

    private static final FakePublicData FAKE = new FakePublicData();
    private static final RegistrationNumber SHOP = new RegistrationNumber("1208147521");

    private final BusinessRegister register =
            new OdcloudRegister(FakePublicData.DATA_GO_KR_KEY, FAKE.baseUrl(), JsonMapper.shared());

    @BeforeEach
    void mend() {
        FAKE.mend();
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }

    @Test
    void tellsOpenFromClosed() {
        assertThat(register.standing(SHOP)).isEqualTo(Standing.OPEN);
        FAKE.closed("2222222227");
        assertThat(register.standing(new RegistrationNumber("2222222227")))
                .isEqualTo(Standing.CLOSED);
        assertThat(FAKE.complaints()).isEmpty();
    }

    @Test
    void anUnknownBusinessMayBeANewOne() {
        FAKE.then(
                Service.STATUS,
                json(
                        200,
                        "{\"request_cnt\":1,\"status_code\":\"OK\",\"data\":[{\"b_no\":\"1208147521\",\"b_stt\":\"\",\"b_stt_cd\":\"\",\"tax_type\":\"국세청에"
                                + " 등록되지 않은 사업자등록번호입니다.\"}]}"));
        assertThat(register.standing(SHOP)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void noFaultOfTheServiceIsTheOwnersFault() {
        FAKE.then(
                Service.STATUS,
                json(500, "{\"status_code\":\"INTERNAL_ERROR\"}"),
                json(400, "{\"code\":-4,\"msg\":\"등록되지 않은 인증키 입니다.\"}"),
                json(200, "<html>점검 중</html>"),
                truncated(),
                dripping());
        for (var fault = 0; fault < 5; fault++) {
            assertThat(register.standing(SHOP)).isEqualTo(Standing.UNKNOWN);
        }
        var nobody = new OdcloudRegister("wrong", "127.0.0.1:1", JsonMapper.shared());
        assertThat(nobody.standing(SHOP)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void asksNobodyWithoutAKey() {
        var calls = FAKE.calls(Service.STATUS);
        var without = new OdcloudRegister("", FAKE.baseUrl(), JsonMapper.shared());
        assertThat(without.standing(SHOP)).isEqualTo(Standing.UNKNOWN);
        assertThat(FAKE.calls(Service.STATUS)).isEqualTo(calls);
    }
}
