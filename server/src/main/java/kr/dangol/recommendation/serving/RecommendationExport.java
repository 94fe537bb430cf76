package kr.dangol.recommendation.serving;

import java.util.List;
import kr.dangol.account.AccountDeleted;
import kr.dangol.account.PersonalData;
import kr.dangol.platform.AccountId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// The recommendations in an account's export, and their end with the account.
@Component
class RecommendationExport implements PersonalData {

    private final History history;

    RecommendationExport(History history) {
        this.history = history;
    }

    @Override
    public String section() {
        return "recommendations";
    }

    @Override
    public List<AnswerResponse> export(AccountId account) {
        return history.all(account);
    }

    @ApplicationModuleListener
    void on(AccountDeleted fact) {
        history.removeAll(fact.account());
    }
}
