package kr.dangol.experiment;

/// The words of a version of the prompt. `basedOn` is the shipped version whose other parts it
/// shares, itself for one that came with the program.
public record PromptWords(String version, String basedOn, String systemText) {}
