namespace Hevlayer.Workers;

/// <summary>A handler that can be asked whether it works at all.</summary>
internal interface IWorkProbe
{
    /// <summary>Does a small piece of work that no document has part in; false when that fails.</summary>
    Task<bool> WorksAsync(CancellationToken cancellationToken);
}
