namespace Hevlayer.Quickstart;

/// <summary>Shows a run to its user.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows the progress for as long as some work lasts.</summary>
    Task<T> WhileAsync<T>(Func<Task<T>> work);

    /// <summary>Shows one line.</summary>
    void Line(string text);

    /// <summary>Shows the passages that answer a question, best first.</summary>
    void Answer(string question, IReadOnlyList<Passage> passages);
}
