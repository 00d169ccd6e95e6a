namespace Hevlayer.Proof;

/// <summary>
/// Reads <c>eng/promises.txt</c>: <c>page PATH</c>, then for each promise <c>[id] sentence</c>, a line that begins with a blank for
/// the rest of a long one, <c>&gt; TESTS</c> and <c>= CHECK</c> as often as needed, <c>$ COMMAND</c> once.
/// </summary>
internal static class PromiseFile
{
    public static List<Promise> Read(IEnumerable<string> lines)
    {
        var promises = new List<Promise>();
        var page = "";
        foreach (var line in lines)
        {
            switch (line)
            {
                case "" or ['#', ..]:
                    break;
                case ['p', 'a', 'g', 'e', ' ', .. var path]:
                    page = path;
                    break;
                case ['[', ..] when line.IndexOf("] ", StringComparison.Ordinal) is > 1 and var end:
                    promises.Add(new(line[1..end], page, line[(end + 2)..], [], [], null));
                    break;
                case [' ', .. var rest] when promises.Count > 0:
                    promises[^1] = promises[^1] with { Sentence = $"{promises[^1].Sentence} {rest.Trim()}" };
                    break;
                case ['>', ' ', .. var tests] when promises.Count > 0:
                    promises[^1] = promises[^1] with { Tests = [.. promises[^1].Tests, tests.Trim()] };
                    break;
                case ['=', ' ', .. var check] when promises.Count > 0:
                    promises[^1] = promises[^1] with { Checks = [.. promises[^1].Checks, check.Trim()] };
                    break;
                case ['$', ' ', .. var command] when promises.Count > 0:
                    promises[^1] = promises[^1] with { Again = command.Trim() };
                    break;
                default:
                    throw new FormatException($"eng/promises.txt has a line that nobody understands: {line}");
            }
        }

        return promises;
    }
}
