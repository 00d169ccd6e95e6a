namespace Hevlayer.Workers;

/// <summary>A handler that waits for what is nobody's fault.</summary>
internal interface IPatientHandler
{
    /// <summary>Time so far in which it waited, all in all; it does not count against the time of the handler.</summary>
    TimeSpan Waited();
}
