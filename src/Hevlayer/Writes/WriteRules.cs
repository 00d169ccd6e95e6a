namespace Hevlayer;

/// <summary>What a write must hold before it is sent.</summary>
internal static class WriteRules
{
    public static void Check(NamespaceWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckSomething(write);
        Exclusive(write.UpsertRows, nameof(write.UpsertRows), write.UpsertColumns, nameof(write.UpsertColumns));
        Exclusive(write.PatchRows, nameof(write.PatchRows), write.PatchColumns, nameof(write.PatchColumns));
        CheckRows(write);
        if (write.Deletes is { } deletes)
        {
            RowIdRules.Check(Require.Some(deletes, nameof(write.Deletes)), nameof(write.Deletes));
        }

        CheckPatch(write.PatchByFilter, nameof(write.PatchByFilter));
        CheckConditions(write);
        CheckSchema(write.Schema, nameof(write.Schema));
        WriteExtraRules.Check(write.Extra, nameof(write.Extra));
    }

    private static void CheckSomething(NamespaceWrite write)
    {
        var something = write is not
        {
            UpsertRows: null, UpsertColumns: null, PatchRows: null, PatchColumns: null, Deletes: null,
            DeleteByFilter: null, PatchByFilter: null, Schema: null, Extra: null,
        };
        if (!something)
        {
            throw new ArgumentException("There is nothing to write; upserts, patches, deletes or a schema are needed.", nameof(write));
        }
    }

    private static void Exclusive(object? rows, string rowsName, object? columns, string columnsName)
    {
        if (rows is not null && columns is not null)
        {
            throw new ArgumentException($"Both {rowsName} and {columnsName} are set; at most one of them is allowed.", columnsName);
        }
    }

    private static void CheckRows(NamespaceWrite write)
    {
        var dimension = 0;
        WriteRowRules.Check(write.UpsertRows, nameof(write.UpsertRows), ref dimension);
        WriteColumnRules.Check(write.UpsertColumns, nameof(write.UpsertColumns), ref dimension);
        WriteRowRules.Check(write.PatchRows, nameof(write.PatchRows), ref dimension);
        WriteColumnRules.Check(write.PatchColumns, nameof(write.PatchColumns), ref dimension);
    }

    private static void CheckPatch(FilterPatch? patch, string name)
    {
        if (patch is null)
        {
            return;
        }

        ArgumentNullException.ThrowIfNull(patch.Filters, $"{name}.Filters");
        ArgumentNullException.ThrowIfNull(patch.Patch, $"{name}.Patch");
        if (patch.Patch.Count == 0)
        {
            throw new ArgumentException("The map is empty; at least one attribute is needed.", $"{name}.Patch");
        }

        WriteRowRules.CheckNames(patch.Patch.Keys, $"{name}.Patch");
    }

    private static void CheckConditions(NamespaceWrite write)
    {
        Needs(write.UpsertCondition, write.UpsertRows is null && write.UpsertColumns is null, nameof(write.UpsertCondition), "upserts");
        Needs(write.PatchCondition, write.PatchRows is null && write.PatchColumns is null, nameof(write.PatchCondition), "patches by id");
        Needs(write.DeleteCondition, write.Deletes is null, nameof(write.DeleteCondition), "deletes by id");
        Needs(write.DeleteByFilterAllowPartial, write.DeleteByFilter is null, nameof(write.DeleteByFilterAllowPartial), "DeleteByFilter");
        Needs(write.PatchByFilterAllowPartial, write.PatchByFilter is null, nameof(write.PatchByFilterAllowPartial), "PatchByFilter");
    }

    private static void Needs(object? setting, bool missing, string name, string what)
    {
        if (setting is not null && missing)
        {
            throw new ArgumentException($"The condition is set, but there are no {what} that it could apply to.", name);
        }
    }

    private static void CheckSchema(Dictionary<string, AttributeSchema>? schema, string name)
    {
        if (schema is { Count: 0 })
        {
            throw new ArgumentException("The map is empty; at least one attribute is needed.", name);
        }

        foreach (var (attribute, form) in schema ?? [])
        {
            Require.Id(attribute, name);
            ReservedNames.Refuse(attribute, name);
            ArgumentNullException.ThrowIfNull(form, $"{name}['{attribute}']");
            Require.Text(form.Type.Value, $"{name}['{attribute}'].Type");
            FullTextSearchRules.Check(form.FullTextSearch, $"{name}['{attribute}'].FullTextSearch");
        }
    }
}
