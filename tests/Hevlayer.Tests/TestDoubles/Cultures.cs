using System.Globalization;

namespace Hevlayer.Tests;

/// <summary>Runs a piece of code as on a machine of another culture.</summary>
internal static class Cultures
{
    /// <summary>One with a decimal comma, one with a dotless i.</summary>
    public static TheoryData<string> Odd => ["de-DE", "tr-TR"];

    public static async Task<T> RunAsync<T>(string name, Func<Task<T>> code)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return await code();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
