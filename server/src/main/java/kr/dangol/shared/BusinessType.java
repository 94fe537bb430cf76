package kr.dangol.shared;

/// A kind of shop (세부 업종) such as 고깃집: its name, the industry group it belongs to, and the margin
/// in percent of revenue we assume until the owner says otherwise. Obtain instances from
/// [BusinessTypes].
public record BusinessType(String name, Industry industry, int defaultMarginPercent) {}
