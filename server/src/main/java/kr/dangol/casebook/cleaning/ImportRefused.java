package kr.dangol.casebook.cleaning;

import kr.dangol.platform.Refusal;

/// A file that cannot be an import as a whole; nothing of it was stored.
public final class ImportRefused extends Refusal {

    private ImportRefused(String code, Object... arguments) {
        super(400, code, arguments);
    }

    static ImportRefused empty() {
        return new ImportRefused("import-empty");
    }

    static ImportRefused withoutColumns(String missing) {
        return new ImportRefused("import-columns-missing", missing);
    }

    static ImportRefused withUnknownColumns(String unknown) {
        return new ImportRefused("import-columns-unknown", unknown);
    }

    static ImportRefused unreadable() {
        return new ImportRefused("import-unreadable");
    }
}
