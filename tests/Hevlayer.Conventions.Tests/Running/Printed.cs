using System.Text;

namespace Hevlayer.Conventions.Tests;

/// <summary>What a piece of code prints to the console, told apart from what runs at the same time.</summary>
internal sealed class Printed : TextWriter
{
    private static readonly AsyncLocal<StringBuilder?> Current = new();
    private static readonly TextWriter Terminal = Install();

    private Printed()
    {
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Runs code and gives the lines that it printed.</summary>
    public static async Task<IReadOnlyList<string>> LinesOfAsync(Func<Task> code)
    {
        _ = Terminal;
        var text = Current.Value = new StringBuilder();
        await code();
        return text.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public override void Write(char value)
    {
        if (Current.Value is { } text)
        {
            text.Append(value);
        }
        else
        {
            Terminal.Write(value);
        }
    }

    private static TextWriter Install()
    {
        var terminal = Console.Out;
        Console.SetOut(new Printed());
        return terminal;
    }
}
