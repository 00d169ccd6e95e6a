using System.CommandLine;

namespace Hevlayer.Tool;

/// <summary>The command line of <c>hevlayer</c>.</summary>
internal static class HevlayerCommand
{
    private const string Help = """
        Watches the pipelines of a hev layer gateway, shows which documents failed and why, and puts them back so that they are
        retried.

        Exit codes: 0 all is well and done; 1 documents failed, or not all is done; 2 bad usage, or no such pipeline or
        document; 3 the gateway cannot be reached, refused or failed; 130 cancelled.
        """;

    public static RootCommand Create(Surroundings surroundings)
    {
        var common = new CommonOptions(surroundings);
        return new RootCommand(Help)
        {
            common.Gateway,
            common.Key,
            common.Pipeline,
            common.Json,
            StatusCommand.Create(common),
            WatchCommand.Create(common),
            FailuresCommand.Create(common),
            RedriveCommand.Create(common),
            ExplainCommand.Create(common),
            ReconcileCommand.Create(common),
            DryRunCommand.Create(common),
            LocalCommand.Create(common),
        };
    }
}
