using System.Globalization;

namespace Hevlayer.Fuzz.Tests.Inputs;

/// <summary>
/// Numbered inputs, each drawn from its number: 20,000 of a kind, or as many as <c>HEVLAYER_FUZZ</c> says, from
/// <c>HEVLAYER_SEED</c> on. An input that breaks something is named by its number, and one command tries it again:
/// <c>HEVLAYER_SEED=number HEVLAYER_FUZZ=1 dotnet test --project tests/Hevlayer.Fuzz.Tests</c>.
/// </summary>
internal static class FuzzRun
{
    private const int Usual = 20_000;
    private const int MostBroken = 10;

    private static int First => Read("HEVLAYER_SEED", 1);

    private static int Count => Read("HEVLAYER_FUZZ", Usual);

    /// <summary>Tries all inputs.</summary>
    /// <param name="share">Which part of the usual number, for inputs that cost more than others.</param>
    /// <param name="attempt">Tries one; null when all is as it should be, else what is not.</param>
    public static async Task RunAsync(double share, Func<FuzzRandom, Task<string?>> attempt)
    {
        var broken = new List<string>();
        var count = Math.Max(1, (int)(Count * share));
        for (var number = First; number < First + count && broken.Count < MostBroken; number++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (await attempt(new FuzzRandom(number)) is { } fault)
            {
                broken.Add($"{number}: {fault}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} inputs from number {First} on"));
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
