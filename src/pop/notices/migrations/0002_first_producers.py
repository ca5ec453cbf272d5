"""The first table of producers, from producers.csv; administrators edit it afterwards."""

from django.db import migrations

from pop.notices.producers import first_rows


def fill(apps, schema_editor):
    producers = apps.get_model("notices", "Producer").objects
    prefixes = apps.get_model("notices", "Prefix").objects
    for base, prefix, label in first_rows():
        producer, _ = producers.get_or_create(label=label)
        prefixes.create(producer=producer, base=base, prefix=prefix)


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
