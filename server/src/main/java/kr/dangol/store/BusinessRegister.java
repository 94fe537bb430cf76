package kr.dangol.store;

/// What the tax office says about a registration number (국세청 사업자등록 상태조회).
interface BusinessRegister {

    Standing standing(RegistrationNumber number);

    /// What is known of a business. Only a closed one is worth a word to its owner: new ones take a
    /// day or two to appear, and one that rests may still plan.
    enum Standing {
        OPEN,
        CLOSED,
        /// Not registered yet, not asked, or no answer.
        UNKNOWN
    }
}
