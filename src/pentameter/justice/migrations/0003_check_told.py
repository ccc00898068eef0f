from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('justice', '0002_questions'),
    ]

    operations = [
        migrations.AddField(
            model_name='suspect',
            name='check_told',
            field=models.CharField(default='to_make', max_length=16),
            preserve_default=False,
        ),
    ]
