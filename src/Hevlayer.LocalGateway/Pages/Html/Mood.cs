namespace Hevlayer.Local;

/// <summary>How the sentence of a cause looks: all is well, somebody should look, it is lost, or work goes on.</summary>
internal static class Mood
{
    public static string Of(string cause) => cause switch
    {
        "done" => "good",
        "in_work" or "waiting" or "waiting_for_retry" => "busy",
        "failed" or "poison" => "bad",
        _ => "warn",
    };

    /// <summary>A sentence that says why something is where it is.</summary>
    public static Html Sentence(string cause, string why) => Html.Of($"<p class=\"why {Of(cause)}\">{Show.Text(why, whole: true)}</p>");

    /// <summary>What happened, in the colour of how it went.</summary>
    public static Html Event(string name) => Html.Of($"<span class=\"event {name switch { "indexed" => "good", "failed" => "bad", "expired" or "released" or "staged_while_held" => "warn", _ => "plain" }}\">{name.Replace('_', ' ')}</span>");
}
