namespace Hevlayer.Quickstart;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Text = """
        Indexes a folder of text through a hev layer gateway and answers a question about it.

        Usage: dotnet run --project samples/Quickstart -- [options]

          --input DIR          Folder of .txt and .md files, read with its subfolders
                               (default: this repository's README, CHANGELOG and docs).
                               Hidden folders and linked folders are left out.
          --query TEXT         Question to answer when everything is indexed.
          --top N              Passages to show, 1 to 1000 (default: 5).

          --gateway URL        Gateway to use (default: one is started inside this process).
          --key KEY            Its API key (default: HEVLAYER_API_KEY, then LAYER_GATEWAY_API_KEY;
                               prefer those, other users of a machine can see its command lines).
          --pipeline ID        Pipeline, made when it is not there yet (default: quickstart).
          --namespace NAME     Namespace for the vectors (default: the pipeline's id).

          --concurrency N      Files staged and documents embedded at the same time,
                               1 to 64 (default: 4).
          --lease SECONDS      Lease of a claimed document, 5 to 3600 (default: 60).
          --snapshot-wait SECONDS
                               Longest wait for the namespace's snapshot, 1 to 3600 (default: 60).
          --help               This text.

        A run that was stopped can be started again: ids come from the files' paths, so it ends
        with the same rows. Rows of files that were deleted or became shorter stay in the namespace.

        Exit codes: 0 done; 1 the run failed; 2 bad arguments or input (also when a file could not
        be read: the others are indexed); 3 the gateway cannot be reached or refused; 130 cancelled.
        """;
}
