using CouncilPremises.Cli;

return await CouncilCommands.RunAsync(args, Console.Out, Console.Error);
