package kr.dangol.store;

import java.util.Optional;
import java.util.regex.Pattern;

/// A business registration number (사업자등록번호) whose check digit is right. Of a sole proprietor it is
/// personal data, so it never prints whole.
public record RegistrationNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("(\\d{3})-?(\\d{2})-?(\\d{5})");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    public RegistrationNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a registration number");
        }
    }

    /// Reads it with or without hyphens.
    public static Optional<RegistrationNumber> parse(String text) {
        var form = FORM.matcher(text.strip());
        return Optional.of(form)
                .filter(each -> each.matches())
                .map(each -> each.group(1) + each.group(2) + each.group(3))
                .filter(RegistrationNumber::isValid)
                .map(RegistrationNumber::new);
    }

    /// The form people write: `123-45-67890`.
    public String formatted() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    @Override
    public String toString() {
        return digits.substring(0, 3) + "-**-*****";
    }

    /// Tax offices are numbered from 101, so that 000-00-00000, whose check digit fits, is none.
    private static boolean isValid(String digits) {
        return digits.length() == 10 && !digits.startsWith("000") && checkDigitFits(digits);
    }

    private static boolean checkDigitFits(String digits) {
        var sum = digit(digits, 8) * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(digits, i) * WEIGHTS[i];
        }
        return (10 - sum % 10) % 10 == digit(digits, 9);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
