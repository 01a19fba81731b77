exit(Program.main(words: Array(CommandLine.arguments.dropFirst())))
