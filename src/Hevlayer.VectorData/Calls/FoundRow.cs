namespace Hevlayer.VectorData;

/// <summary>A row as it was read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Attributes">Its attributes, with the vector when it was asked for.</param>
/// <param name="Distance">Its distance to what was searched for, if anything was.</param>
internal readonly record struct FoundRow(string Id, AttributeMap Attributes, double? Distance);
