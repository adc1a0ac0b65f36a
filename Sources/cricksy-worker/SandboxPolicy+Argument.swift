public import ArgumentParser
public import OCRWire

/// `--sandbox require`, with its values in `--help`.
extension SandboxPolicy: ExpressibleByArgument {}
