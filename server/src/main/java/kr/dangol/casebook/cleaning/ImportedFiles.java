package kr.dangol.casebook.cleaning;

import java.io.IOException;
import java.io.InputStream;
import kr.dangol.casebook.CaseFiles;
import org.springframework.stereotype.Component;

/// Files go the way of an operator's import.
@Component
class ImportedFiles implements CaseFiles {

    private final CaseImport imports;

    ImportedFiles(CaseImport imports) {
        this.imports = imports;
    }

    @Override
    public Taken take(InputStream csv, RefusedLine refused) throws IOException {
        var result = imports.run(csv, refused::refused);
        return new Taken(
                result.received(), result.stored(), result.duplicates(), result.outliers());
    }
}
