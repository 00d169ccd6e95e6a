namespace Hevlayer.Workers;

/// <summary>A row that stays, on its way to a newer version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Changes">Attributes that change; null for none.</param>
internal sealed record RowPatch(string Id, AttributeMap? Changes);
