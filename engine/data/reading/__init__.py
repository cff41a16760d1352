"""Files of any format as Sheets: `read.py` tells formats apart, the others read one each."""
