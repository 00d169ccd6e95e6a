using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Protocol;

/// <summary>The command line: explore, mutants, picture, replay.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int Broken = 1;

    public static int Main(string[] args)
    {
        var bound = new Option<string>("--bound") { Description = "calm, small, deep or main", DefaultValueFactory = static _ => "main" };
        bound.AcceptOnlyFromAmong([.. Bound.ByName.Keys]);
        var symmetric = new Option<bool>("--symmetric") { Description = "takes states that differ only in which worker or document is which for one" };
        var explore = new Command("explore", "Explores the protocol until no new state appears.") { bound, symmetric };
        explore.SetAction(parsed => Explore(parsed.GetValue(bound)!, parsed.GetValue(symmetric)));

        var names = new Argument<string[]>("names") { Description = "mutants; all by default", Arity = ArgumentArity.ZeroOrMore };
        var list = new Option<bool>("--list") { Description = "only prints their names" };
        var mutants = new Command("mutants", "Tells the shortest story of how each mutant breaks a promise.") { names, list };
        mutants.SetAction(parsed => parsed.GetValue(list) ? List() : Judge(parsed.GetValue(names) ?? []));

        var picture = new Command("picture", "Prints the state picture of docs/protocol.md.");
        picture.SetAction(static _ => Print(Picture.Mermaid()));

        var file = new Argument<FileInfo>("file") { Description = "one event a line, such as: claim worker-1 document-7" };
        var replay = new Command("replay", "Says whether the protocol allows a sequence of events.") { file };
        replay.SetAction(parsed => Replay(parsed.GetValue(file)!));

        return new RootCommand("The lease protocol of a pipeline, closed and checked.") { explore, mutants, picture, replay }.Parse(args).Invoke();
    }

    private static int Explore(string name, bool isSymmetric)
    {
        var bound = Bound.ByName[name];
        var began = Stopwatch.GetTimestamp();
        var found = Explorer.Explore(bound, isSymmetric: isSymmetric);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine($"{name}: {found.States} states{(isSymmetric ? $" for {found.Represented}" : string.Empty)}, {found.Steps} steps, depth {found.Depth}, {seconds} s");
        var sentences = found.Broken == Promise.None ? [PromiseTexts.Of(found.Broken)] : Story.Of(bound, Mutant.None, found);
        return Print(string.Join('\n', sentences)) + (found.Broken == Promise.None ? Success : Broken);
    }

    private static int Judge(string[] words)
    {
        var missed = 0;
        foreach (var mutant in MutantReport.All.Where(mutant => words.Length == 0 || words.Contains(Names.Word(mutant), StringComparer.Ordinal)))
        {
            var report = MutantReport.Of(mutant);
            missed += report.Broken == Promise.None ? 1 : 0;
            Print($"{report}\n");
        }

        return missed == 0 ? Success : Broken;
    }

    private static int List() => Print(string.Join('\n', MutantReport.All));

    private static int Replay(FileInfo file)
    {
        var result = Replayer.Replay(TraceReader.Read(File.ReadAllText(file.FullName)));
        return Print(result.ToString()) + (result.IsAllowed ? Success : Broken);
    }

    private static int Print(string text)
    {
        Console.WriteLine(text);
        return Success;
    }
}
