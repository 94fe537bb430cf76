package kr.dangol.casebook;

import kr.dangol.account.PersonalData;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// What the book holds of an account's events, for the owner's export.
@Component
class CasesOfAccount implements PersonalData {

    private final Precedents precedents;

    CasesOfAccount(Precedents precedents) {
        this.precedents = precedents;
    }

    @Override
    public String section() {
        return "cases";
    }

    @Override
    public Object export(AccountId account) {
        return precedents.listByOwner(account);
    }
}
